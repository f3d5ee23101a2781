import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { totalMismatchPlant } from './plant.ts';
import { totalMismatch } from './rule.ts';

testRule(totalMismatch, {
  plant: totalMismatchPlant,
  valid: [
    {
      name: 'rounded parts',
      example: report([
        ['a', 'b'],
        ['x', '1.3'],
        ['y', '1.3'],
        ['z', '1.3'],
        ['Total', '4.0'],
      ]),
    },
    {
      name: 'an average under the name of a total',
      example: report([
        ['a', 'b'],
        ['x', '40'],
        ['y', '60'],
        ['Total', '52'],
      ]),
    },
    {
      name: 'shares and rates',
      example: report([
        ['a', 'Growth rate', 'Share'],
        ['x', '4', '40 %'],
        ['y', '6', '60 %'],
        ['Total', '30', '90 %'],
      ]),
    },
    {
      name: 'subtotals and the total of them',
      example: report([
        ['a', 'b'],
        ['x', '40'],
        ['y', '60'],
        ['Subtotal', '100'],
        ['z', '5'],
        ['v', '6'],
        ['Subtotal', '11'],
        ['Total', '111'],
      ]),
    },
    {
      name: 'the total on top',
      example: report([
        ['a', 'b'],
        ['Total', '100'],
        ['x', '40'],
        ['y', '60'],
      ]),
    },
    {
      name: 'a part that is not known',
      example: report([
        ['a', 'b'],
        ['x', '40'],
        ['y', 'some'],
        ['Total', '90'],
      ]),
    },
    {
      name: 'German figures',
      example: report([
        ['Land', 'Umsatz'],
        ['Nord', '1.200,5'],
        ['Süd', '800,5'],
        ['Gesamt', '2.001,0'],
      ]),
    },
  ],
  invalid: [
    {
      name: 'a German table',
      example: report([
        ['Land', 'Umsatz'],
        ['Nord', '1.200,50'],
        ['Süd', '800,50'],
        ['West', '10,25'],
        ['Gesamtsumme', '2.101,25'],
      ]),
      findings: [
        { messageId: 'total', message: "'Gesamtsumme' of 'Umsatz' is 2.101,25, and its parts add up to 2.011,25", certainty: 'certain' },
      ],
    },
    {
      name: 'far from the parts that are shown',
      example: report([
        ['a', 'b'],
        ['x', '40'],
        ['y', '60'],
        ['Total', '300'],
      ]),
      findings: [{ messageId: 'far', certainty: 'likely' }],
    },
    {
      name: 'a column of totals',
      example: report([
        ['a', 'Q1', 'Q2', 'Total'],
        ['x', '40', '10', '50'],
        ['y', '60', '1', '61'],
        ['z', '5', '6', '21'],
        ['v', '1', '1', '2'],
      ]),
      findings: [{ messageId: 'far', excerpt: '21' }],
    },
  ],
});
