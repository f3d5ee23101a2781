import type { DateParts } from './number-format.ts';

const DAY_MS = 86_400_000;
/** Days from the epoch of serial dates (1899-12-30, ECMA-376-1 18.17.4.1) to 1970-01-01. */
const UNIX_EPOCH = 25_569;
const DAYS_TO_1904 = 1462;

/** `2024-01-31`, `2024-01-31T12:30:00`, `12:30:00`, hours beyond 24 for durations; `undefined` for serials that are no date. */
export function dateText(serial: number, parts: DateParts, date1904: boolean): string | undefined {
  if (parts === 'duration' || (parts === 'time' && serial >= 0 && serial < 1)) return durationText(serial);
  const ms = Math.round((days1900(serial, date1904) - UNIX_EPOCH) * DAY_MS);
  if (serial < 0 || ms >= 253_402_300_800_000) return undefined;
  const iso = new Date(ms).toISOString();
  return ms % DAY_MS === 0 && parts !== 'time' ? iso.slice(0, 10) : iso.slice(0, 19);
}

function durationText(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${serial < 0 ? '-' : ''}${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** Day 60 of the 1900 system is 29 February 1900, which never was: days before it count from a day later. */
function days1900(serial: number, date1904: boolean): number {
  if (date1904) return serial + DAYS_TO_1904;
  return serial < 60 ? serial + 1 : serial;
}

/** The serial of an ISO 8601 date, date with time, or time, as cells of type `d` hold it; `undefined` when it is none. */
export function serialOfIso(text: string, date1904: boolean): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const time = (Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const days = Date.parse(`${match[1]}T00:00:00Z`) / DAY_MS + UNIX_EPOCH;
  if (Number.isNaN(days)) return undefined;
  if (date1904) return days - DAYS_TO_1904 + time;
  return (days <= 60 ? days - 1 : days) + time;
}
