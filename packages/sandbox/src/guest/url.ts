import { URLSearchParams } from './url-search-params.ts';

/** The worker's parser: JSON of {@link Parts}, or nothing when the text is no address. With a part, the address with that part set. */
export type ParseUrl = (text: string, base: string | undefined, part?: string, value?: string) => string | undefined;

interface Parts {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const SETTABLE = ['protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

/** `URL` on the parser of the worker, so that the guest sees addresses as the host will. */
export function createUrl(parse: ParseUrl): unknown {
  const { parse: fromJson } = JSON;
  const partsOf = (...args: Parameters<ParseUrl>): Parts | undefined => {
    const json = parse(...args);
    return json === undefined ? undefined : (fromJson(json) as Parts);
  };

  class URL {
    #parts: Parts;
    readonly #query: ReturnType<typeof URLSearchParams.of>;

    constructor(text: unknown, base?: unknown) {
      this.#parts = demand(partsOf(String(text), base === undefined ? undefined : asText(base)), String(text));
      this.#query = URLSearchParams.of(this.#parts.search, (params) => {
        this.#parts = partsOf(this.#parts.href, undefined, 'search', params.toString()) ?? this.#parts;
      });
    }

    static canParse(text: unknown, base?: unknown): boolean {
      return partsOf(String(text), base === undefined ? undefined : asText(base)) !== undefined;
    }

    static parse(text: unknown, base?: unknown): URL | null {
      return URL.canParse(text, base) ? new URL(text, base) : null;
    }

    get href(): string {
      return this.#parts.href;
    }

    set href(text: unknown) {
      this.#take(demand(partsOf(String(text), undefined), String(text)));
    }

    get origin(): string {
      return this.#parts.origin;
    }

    get searchParams(): URLSearchParams {
      return this.#query.params;
    }

    toString(): string {
      return this.href;
    }

    toJSON(): string {
      return this.href;
    }

    static {
      for (const name of SETTABLE) {
        Object.defineProperty(URL.prototype, name, {
          get(this: URL) {
            return this.#parts[name];
          },
          /** A value that does not fit is ignored, as the standard has it. */
          set(this: URL, value: unknown) {
            this.#take(partsOf(this.href, undefined, name, String(value)) ?? this.#parts);
          },
          enumerable: true,
          configurable: true,
        });
      }
    }

    #take(parts: Parts): void {
      this.#parts = parts;
      this.#query.read(parts.search);
    }
  }

  return URL;
}

function asText(value: unknown): string {
  return String(value);
}

function demand(parts: Parts | undefined, text: string): Parts {
  if (!parts) throw new TypeError(`Invalid URL: ${text.slice(0, 200)}`);
  return parts;
}
