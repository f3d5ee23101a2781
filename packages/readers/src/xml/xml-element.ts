/** An attribute as it is written, with its namespace. */
export interface XmlAttribute {
  /** With its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** The namespace, empty for none. */
  readonly uri: string;
  readonly value: string;
}

/** An element's start, with namespaces resolved. Start tags that are written alike may share one. */
export class XmlElement {
  readonly local: string;
  /** The namespace, empty for none. */
  readonly uri: string;
  readonly prefix: string;
  readonly selfClosing: boolean;
  readonly attributes: readonly XmlAttribute[];

  constructor(tag: Pick<XmlElement, 'local' | 'uri' | 'prefix' | 'selfClosing'>, attributes: readonly XmlAttribute[]) {
    this.local = tag.local;
    this.uri = tag.uri;
    this.prefix = tag.prefix;
    this.selfClosing = tag.selfClosing;
    this.attributes = attributes;
  }

  /** An attribute's value by its local name; without `uri`, in no namespace. `'*'` takes any namespace but none. */
  attribute(local: string, uri = ''): string | undefined {
    for (const attribute of this.attributes) {
      if (
        uri === ''
          ? attribute.name === local
          : attribute.local === local && attribute.prefix !== '' && (uri === '*' || attribute.uri === uri)
      )
        return attribute.value;
    }
    return undefined;
  }
}
