import { describe, expect, it } from 'vitest';
import {
  defineFact,
  defineRule,
  FactStore,
  runRules,
  ExceptionList,
  sealFindings,
  type Model,
  type Rule,
  type RuleResult,
  type Target,
} from '../index.ts';
import { parseJob } from '../job/index.ts';

/** A model of lines; it stands for any model that can be walked. */
const linesModel = (file: string, lines: readonly string[]): Model => {
  let walks = 0;
  return {
    kind: 'table',
    file,
    describe: (at) => {
      const key = at.kind === 'row' ? at.key : '';
      return { place: `row ${key}`, anchor: key, excerpt: lines.find((line) => line.startsWith(key)) ?? '' };
    },
    get walks() {
      return walks;
    },
    scan(visitors: readonly { item: string; visit(item: unknown): void }[]) {
      walks += 1;
      for (const line of lines) for (const visitor of visitors) if (visitor.item === 'row') visitor.visit(line);
    },
  } as Model & { walks: number };
};

const target = (lines: readonly string[], more: Partial<Target> = {}): Target => {
  const model = linesModel('a.csv', lines);
  return {
    file: 'a.csv',
    models: new Map([['table', model]]),
    absent: new Map(),
    job: null,
    deliverable: null,
    inputs: new Set(['deliverable']),
    ...more,
  };
};

const allLines = defineFact<'table', readonly string[]>({
  id: 'test/all-lines',
  reads: 'table',
  item: 'row',
  start: () => {
    const lines: string[] = [];
    return { visit: (line: string) => void lines.push(line), end: () => lines };
  },
});

const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  id: 'test/has-x',
  title: 'A line has an x',
  severity: 'important',
  certainty: 'certain',
  reads: 'table',
  facts: [allLines],
  why: 'It is a test.',
  advice: 'Remove the x.',
  messages: { x: 'The line {{line}} has an x', faint: { text: 'Perhaps {{line}}', certainty: 'hint', severity: 'minor' } },
  *check({ facts, looked }) {
    for (const line of facts(allLines)) {
      looked({ rows: 1 });
      if (line.includes('x'))
        yield { messageId: line.includes('?') ? 'faint' : 'x', data: { line }, at: { kind: 'row', key: line.slice(0, 1) }, found: line };
    }
  },
  ...more,
});

const run = async (rule: Rule, on: Target, facts?: FactStore): Promise<RuleResult> => {
  const results: RuleResult[] = [];
  for await (const result of runRules([{ rule }], on, facts ? { facts } : {})) results.push(result);
  return results[0]!;
};

const JOB = parseJob('version: 1\nid: j\ndeliverables: [{ path: "*.csv", columns: [a] }]', 'job.yaml').job;

describe('runRules', () => {
  it('makes findings from what a rule yields', async () => {
    const { check, findings } = await run(ruleOf(), target(['a1', 'bx', 'cx?']));
    expect(check).toMatchObject({ rule: 'test/has-x', file: 'a.csv', outcome: 'failed', looked: { rows: 3 } });
    expect(findings).toMatchObject([
      {
        messageId: 'x',
        message: 'The line bx has an x',
        severity: 'important',
        certainty: 'certain',
        place: 'a.csv › row b',
        evidence: { excerpt: 'bx', found: 'bx' },
        origin: 'unknown',
      },
      { messageId: 'faint', severity: 'minor', certainty: 'hint' },
    ]);
  });

  it.each([
    ['passes when it looked and found nothing', ruleOf(), target(['a']), { outcome: 'passed', looked: { rows: 1 } }],
    ['is not passed when there was nothing', ruleOf(), target([]), { outcome: 'not-checked', reason: { code: 'nothing-to-check' } }],
    ['wants a job', ruleOf({ needs: ['job'] }), target(['a']), { outcome: 'not-checked', reason: { code: 'no-job' } }],
    [
      'wants to be asked, without a job',
      ruleOf({ asks: () => true }),
      target(['a']),
      { outcome: 'not-checked', reason: { code: 'no-job' } },
    ],
    [
      'wants to be asked',
      ruleOf({ asks: (deliverable) => deliverable.rows }),
      target(['a'], { job: JOB, deliverable: JOB.deliverables[0]! }),
      { outcome: 'not-checked', reason: { code: 'not-asked' } },
    ],
    [
      'is asked',
      ruleOf({ asks: (deliverable) => deliverable.columns }),
      target(['a'], { job: JOB, deliverable: JOB.deliverables[0]! }),
      { outcome: 'passed' },
    ],
    ['wants a source', ruleOf({ needs: ['source'] }), target(['a']), { outcome: 'not-checked', reason: { code: 'no-source' } }],
    [
      'says why there is no model',
      ruleOf(),
      target([], { models: new Map(), absent: new Map([['table', { code: 'unreadable', text: 'It is damaged.' }]]) }),
      { outcome: 'not-checked', reason: { code: 'unreadable', text: 'It is damaged.' } },
    ],
    [
      'may say that it could not',
      ruleOf({
        *check({ notChecked }) {
          notChecked('language', 'No.');
        },
      }),
      target(['a']),
      { outcome: 'not-checked', reason: { code: 'language', text: 'No.' } },
    ],
    [
      'crashes alone',
      ruleOf({
        check: () => {
          throw new Error('bang');
        },
      }),
      target(['a']),
      { outcome: 'error', reason: { code: 'crash', text: 'bang' } },
    ],
    [
      'may not use a fact that it did not declare',
      ruleOf({ facts: [] }),
      target(['a']),
      { outcome: 'error', reason: { text: "The fact test/all-lines was used but not declared under 'facts'." } },
    ],
  ])('%s', async (_, rule, on, expected) => {
    expect((await run(rule, on)).check).toMatchObject(expected);
  });

  it('walks a model once for all streaming facts, and a broken fact costs only its rules', async () => {
    const broken = defineFact<'table', number>({
      id: 'test/broken',
      reads: 'table',
      item: 'row',
      start: () => ({
        visit: () => {
          throw new Error('no');
        },
        end: () => 1,
      }),
    });
    const second = defineFact<'table', number>({
      id: 'test/count',
      reads: 'table',
      uses: [allLines],
      compute: (_, facts) => facts(allLines).length,
    });
    const on = target(['a', 'b']);
    const rules = [
      ruleOf(),
      ruleOf({
        id: 'test/b',
        facts: [broken],
        *check({ facts }) {
          facts(broken);
        },
      }),
      ruleOf({
        id: 'test/c',
        facts: [second],
        *check({ facts, looked }) {
          looked({ rows: facts(second) });
        },
      }),
    ];
    const checks = [];
    for await (const { check } of runRules(
      rules.map((rule) => ({ rule })),
      on,
    ))
      checks.push([check.rule, check.outcome, check.reason?.text ?? check.looked?.['rows']]);
    expect(checks).toEqual([
      ['test/has-x', 'passed', 2],
      ['test/b', 'error', 'The fact test/broken failed: no'],
      ['test/c', 'passed', 2],
    ]);
    expect((on.models.get('table') as unknown as { walks: number }).walks).toBe(1);
  });

  it('takes nothing for a fact that was gathered on a walk that broke off', async () => {
    const model = linesModel('a.csv', ['x']);
    const broken = Object.assign(model, {
      scan: (visitors: readonly { visit(item: unknown): void }[]) => {
        for (const visitor of visitors) visitor.visit('x');
        throw new Error('The file goes beyond a limit.');
      },
    });
    const rule = ruleOf({ facts: [allLines], check: ({ facts, looked }) => (looked({ lines: facts(allLines).length }), []) });
    const [result] = await Array.fromAsync(runRules([{ rule }], target([], { models: new Map([['table', broken]]) })));
    expect(result?.check).toMatchObject({ outcome: 'error', reason: { text: expect.stringContaining('beyond a limit') } });
  });

  it('does not try a fact again that ended a process before', async () => {
    const store = new FactStore({ banned: new Map([['test/all-lines', 'it did not end within 10 s']]) });
    expect((await run(ruleOf(), target(['a']), store)).check).toMatchObject({
      outcome: 'error',
      reason: { text: 'The fact test/all-lines failed: it did not end within 10 s' },
    });
  });

  it('tells what was there before from what is new', async () => {
    const before = async () => new Map([['table', linesModel('before.csv', ['bx'])]] as const);
    const { findings } = await run(ruleOf(), target(['bx', 'dx'], { before }));
    expect(findings.map(({ message, origin }) => [message, origin])).toEqual([
      ['The line bx has an x', 'inherited'],
      ['The line dx has an x', 'introduced'],
    ]);
  });

  it.each([
    ['of a template what was wrong is inherited', {}, 'template', 'inherited'],
    ['of a template what it leaves to be filled in is not', { inherits: false }, 'template', 'unknown'],
    ['of the file before an update it is', { inherits: false }, 'before', 'inherited'],
  ] as const)('%s', async (_, rule, input, origin) => {
    const read = async () => new Map([['table', linesModel('old.csv', ['bx'])]] as const);
    const { findings } = await run(ruleOf(rule), target(['bx', 'dx'], { [input]: read }));
    expect(findings.map((finding) => finding.origin)).toEqual([origin, 'introduced']);
  });

  it('lists a limited number of findings and counts the rest', async () => {
    const lines = Array.from({ length: 1_200 }, (_, index) => `x${index}`);
    const { check, findings } = await run(ruleOf(), target(lines));
    expect(findings).toHaveLength(1_000);
    expect(check.reason).toEqual({ code: 'limit', text: 'The first 1,000 of 1,200 findings are listed.' });
  });
});

describe('sealFindings', () => {
  it('keeps fingerprints when the found values change, and numbers equal anchors', async () => {
    const first = await run(ruleOf(), target(['bx', 'bxx', 'cx']));
    const second = await run(ruleOf(), target(['bxyz', 'cx!']));
    const [a, b] = [sealFindings(first.findings), sealFindings(second.findings)];
    expect(new Set(a.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(b.map(({ fingerprint }) => a.findIndex((finding) => finding.fingerprint === fingerprint))).toEqual([0, 2]);
  });

  it('marks what the job ignores', async () => {
    const { findings } = await run(ruleOf(), target(['bx']));
    expect(
      sealFindings(findings, new ExceptionList({ job: [{ rule: 'test/*', path: '*.csv', reason: 'kept on request' }] }))[0]?.ignored,
    ).toEqual({
      reason: 'kept on request',
      from: 'job',
    });
    expect(
      sealFindings(findings, new ExceptionList({ job: [{ rule: 'test/*', path: '*.md', reason: 'no' }] }))[0]?.ignored,
    ).toBeUndefined();
  });
});

describe('defineRule', () => {
  it.each([
    ['Test/x', "The rule id 'Test/x' is not of the form cluster/name"],
    ['test', "The rule id 'test' is not of the form cluster/name"],
  ])('refuses the id %s', (id, message) => {
    expect(() => defineRule({ ...ruleOf(), id: id as Rule['id'] })).toThrow(message);
  });
});
