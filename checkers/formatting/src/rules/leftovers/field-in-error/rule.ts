import { defineRule, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isInsideQuotes } from '../../../is-quoted.ts';
import { hitsInBlock } from '../../../text-hits.ts';

/** What Word puts in the place of a reference that leads nowhere, by the language of the program. */
const ERRORS =
  /\bError! ?(?:Reference source not found|Bookmark not defined|No text of specified style in document|Unknown document property name|Hyperlink reference not valid|Main Document Only|No table of figures entries found|Not a valid (?:link|filename|bookmark self-reference on page \d+)|No sequence specified|No topic specified)\.?|\bFehler! (?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert|Kein Text mit angegebener Formatvorlage im Dokument|Unbekannter Name für Dokument-Eigenschaft|Hyperlink-Referenz ungültig)\.?|\bErreur ! ?(?:Source du renvoi introuvable|Signet non défini|Référence de lien hypertexte non valide)\.?|¡Error! (?:No se encuentra el origen de la referencia|Marcador no definido)\.?|\bErrore\. (?:L['’]origine riferimento non è stata trovata|Il segnalibro non è definito)\.?|\bErro! (?:Fonte de referência não encontrada|Indicador não definido|A origem da referência não foi encontrada)\.?|\bFout! (?:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd)\.?|错误[!！] ?(?:未找到引用源|未定义书签)[。.]?|エラー[!！] ?(?:参照元が見つかりません|ブックマークが定義されていません)[。.]?|\bNo table of contents entries found\./giu;

/**
 * Looks at the text that readers see, in any format: the words stay when a document is saved as another.
 * Does not catch: references that lead to the wrong place. Known false alarms: manuals about Word that quote the words without marks.
 */
export const fieldInError: Rule<'document'> = defineRule({
  id: 'formatting/field-in-error',
  title: 'A field shows an error in place of its value',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  why: 'A reference leads nowhere, and the client reads an error message in the middle of a sentence.',
  advice: 'Insert the reference again, and update all fields.',
  messages: { error: "A field shows '{{found}}'" },
  *check({ model, facts, looked }) {
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      for (const { offset, found } of hitsInBlock(block, ERRORS))
        if (!isInsideQuotes(block.prose, offset))
          yield { messageId: 'error', data: { found }, at: model.locate(block, offset, found.length), group: found };
    }
  },
});
