import type { Json } from '@preflag/core';
import type { HopAnswer } from './send-request.ts';

/** The value of a fetch. Of the body there is `text` or `base64`. */
interface FetchAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Where the answer came from: the last address, when there were redirects. */
  readonly url: string;
  readonly redirected: boolean;
  /** In the order in which they came, names in lower case. Those of the compression are of what was sent, and the body is inflated. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /**
   * An empty body, or one whose content type says that it is text and whose bytes are such in the character set that it names
   * (default UTF-8). A byte order mark is left out.
   */
  readonly text?: string;
  /** Any other body. */
  readonly base64?: string;
}

export function makeAnswer(answer: HopAnswer, url: URL, isRedirected: boolean, body: Buffer): Json {
  const { status, statusText, headers } = answer;
  const text = body.length === 0 ? '' : textOf(body, answer.message.headers['content-type'] ?? '');
  return {
    status,
    statusText,
    url: url.href,
    redirected: isRedirected,
    headers: headers.map(([name, value]) => [name, value]),
    ...(text === undefined ? { base64: body.toString('base64') } : { text }),
  } satisfies FetchAnswer;
}

const TEXTUAL =
  /^(?:text\/|.+\+(?:json|xml|yaml)$|application\/(?:json|json5|jsonl|ld-json|ndjson|x-ndjson|xml|yaml|x-yaml|toml|sql|graphql|(?:x-)?javascript|ecmascript|x-www-form-urlencoded)$)/;

function textOf(body: Buffer, contentType: string): string | undefined {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  if (!TEXTUAL.test(type.toLowerCase())) return undefined;
  const charset = parameters.map((parameter) => /^charset=("?)([^"]*)\1$/i.exec(parameter)?.[2]).find((name) => name !== undefined);
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
