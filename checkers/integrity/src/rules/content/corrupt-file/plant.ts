import { bytesOf, definePlant, withFile, workbookOf, type Example, type Plant } from '@preflag/testing';

export const corruptFilePlant: Plant = definePlant({
  rule: 'integrity/corrupt-file',
  clean: async () => ({
    files: {
      'sales.xlsx': await workbookOf({
        Sales: [
          ['Region', 'Revenue'],
          ['North', 1200],
        ],
      }),
    },
  }),
  ways: {
    'the end is cut off': (clean) => changed(clean, (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.6))),
    'other bytes under its name': (clean) => changed(clean, (bytes) => bytes.map((byte) => byte ^ 0x5a)),
  },
});

function changed(
  clean: Example,
  change: (bytes: Uint8Array) => Uint8Array,
): { example: Example; findings: { messageId: string; file: string }[] } | undefined {
  const path = Object.keys(clean.files).find((name) => /\.(xlsx|docx)$/.test(name));
  return path === undefined
    ? undefined
    : { example: withFile(clean, path, change(bytesOf(clean, path))), findings: [{ messageId: 'corrupt', file: path }] };
}
