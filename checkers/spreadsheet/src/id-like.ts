/** Words at the end of headers whose values name things and are not calculated with: ids, codes, postal codes, phone numbers. */
const NAMES =
  /(?:^|[\s_.\-/(#])(?:ids?|key|codes?|skus?|uuid|guid|nr|no|num|number|nummer|numéro|ref|reference|isbn|ean|gtin|upc|iban|bic|zip|plz|post(?:al)?\s?code|postcode|phone|telephone|tel|telefon|mobile|fax|account|konto|card|serial|article|artikel|invoice|batch|lot|ssn|vat|tax|imei)(?:$|[\s_.\-/)#:])/i;

/** True for headers of columns whose digits are names. */
export function isNameLike(header: string): boolean {
  return NAMES.test(header) || /[a-z](?:Id|ID|Key|Code|Nr|No|Number)$/.test(header);
}

/** Headers of columns that should name each row once. Longer names may be keys of other tables, and a bare `number` or `code` may repeat. */
export function isKeyLike(header: string): boolean {
  return /^(?:id|key|uuid|guid|sku|e-?mail|isbn|ean|iban|record[\s_-]?id|row[\s_-]?id)$/i.test(header.trim());
}
