/**
 * A text with more dates, times or amounts than these is a table or a list, whose entries cannot be told apart by their values: it is not
 * compared. Comparing takes the square of their number.
 */
export const MOST_COMPARED = 200;
