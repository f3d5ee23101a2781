import { posix } from 'node:path';
import { defineRule, type PackageModel, type Problem, type Rule } from '@preflag/core';
import { fileLinks, type FileLink } from '../../../facts/file-links.ts';

/** Folders of the machine that the document was made on: agents' sandboxes, homes, drives. */
const MACHINE = /^(?:file:|sandbox:|[a-z]:[\\/]|\/(?:mnt|tmp|home|root|Users|workspace|content)\/)/i;
/** Endings of one text before and after a site is made of it. */
const PAGE = /\.(?:html?|md|markdown)$/i;

/**
 * Compares the paths in links, and of pictures in markdown and html, with the files of the delivery.
 * Does not catch: links without an ending in the name (`guide/start`), and addresses from the root of a site (`/guide.html`).
 * Known false alarms: documents that are delivered to be put among files that the client has; so it is likely, and not certain.
 */
export const linkedFileMissing: Rule<'package'> = defineRule({
  id: 'report-structure/linked-file-missing',
  title: 'A link leads to a file that was not delivered',
  severity: 'important',
  certainty: 'likely',
  reads: 'package',
  needs: ['siblings'],
  facts: [fileLinks],
  why: 'The reader follows the link to nothing, or sees an empty frame in place of the picture.',
  advice: "Deliver '{{target}}' with the document, or take the link out.",
  messages: {
    missing: "The link '{{text}}' leads to {{target}}, which is not among the delivered files",
    picture: 'The picture {{target}} is not among the delivered files',
    spelled: {
      text: 'The link leads to {{target}}, and the file is called {{name}}',
      severity: 'minor',
      advice: "Write '{{name}}' just as the file is called: on many systems no other will do.",
    },
    machine: {
      text: 'The link leads to {{target}}, a place on the machine that the document was made on',
      advice: 'Deliver the file, and link to it by its path from the document.',
    },
  },
  *check({ model, looked }) {
    const paths = new Set(model.paths);
    const folded = new Map(model.paths.map((path) => [path.toLowerCase(), path]));
    for (const { path, links } of linksOf(model)) {
      looked({ links: links.length });
      for (const link of links) {
        const problem = problemOf(link, path, paths, folded);
        if (problem) yield { ...problem, file: path, at: link.at, described: link.described, key: link.target, group: link.target };
      }
    }
  },
});

function linksOf({ files }: PackageModel): readonly { readonly path: string; readonly links: readonly FileLink[] }[] {
  return files.flatMap(({ path, facts }) => {
    const links = facts[fileLinks.id];
    return Array.isArray(links) ? [{ path, links: links as readonly FileLink[] }] : [];
  });
}

function problemOf(
  { target, text, isPicture }: FileLink,
  from: string,
  paths: ReadonlySet<string>,
  folded: ReadonlyMap<string, string>,
): Pick<Problem, 'messageId' | 'data'> | undefined {
  if (MACHINE.test(target)) return { messageId: 'machine', data: { target } };
  // From the root of a site, wherever that is.
  if (target.startsWith('/')) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(from), decoded(target.split(/[?#]/)[0] ?? '')));
  if (paths.has(path) || (PAGE.test(path) && ['.md', '.html'].some((ending) => paths.has(path.replace(PAGE, ending))))) return undefined;
  const found = folded.get(path.toLowerCase());
  if (found !== undefined) return { messageId: 'spelled', data: { target, name: found } };
  return isPicture ? { messageId: 'picture', data: { target } } : { messageId: 'missing', data: { text: text || target, target } };
}

/** `%20` as a space; what is no escape stays. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
