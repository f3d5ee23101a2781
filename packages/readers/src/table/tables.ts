export {
  HAS_ANY_LETTER,
  HAS_BRACKET,
  HAS_BREAK,
  HAS_COLON,
  HAS_COMMA,
  HAS_CONTROL,
  HAS_DIGIT,
  HAS_DOT,
  HAS_E,
  HAS_HIGH,
  HAS_M,
  HAS_MINUS,
  HAS_P,
  HAS_PLUS,
  HAS_SIGN,
  HAS_SLASH,
  HAS_SPACE,
  HAS_SUSPECT,
  IS_QUOTED,
} from './cell-bytes.ts';
export { ByteTable } from '../workbook/store/byte-table.ts';
export { StoreBudget } from '../workbook/store/store-budget.ts';
