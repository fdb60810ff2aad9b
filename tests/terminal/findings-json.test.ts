import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/check/check-result.ts';
import type { Finding } from '../../src/source/finding.ts';
import { findingsDocument } from '../../src/terminal/findings-json.ts';
import { formatJson } from '../../src/terminal/json-text.ts';

const findingsJson = (result: CheckResult): string => formatJson(findingsDocument(result));

const finding: Finding = {
  rule: 'role/apply-missing',
  severity: 'error',
  message: '“vp of sales” is open but nobody can apply',
  endLine: 7,
  endColumn: 13,
  line: 7,
  column: 1,
  file: 'issues/001-sample.md',
};

describe('findings as JSON', () => {
  it('has the shape and the order of the specification', () => {
    const result = {
      findings: [{ ...finding, hint: 'add apply:' }],
      summary: { notes: 0, warnings: 0, errors: 1 },
    };
    expect(findingsJson(result)).toBe(
      [
        '{',
        '  "findings": [',
        '    {',
        '      "file": "issues/001-sample.md",',
        '      "line": 7,',
        '      "column": 1,',
        '      "endLine": 7,',
        '      "endColumn": 13,',
        '      "severity": "error",',
        '      "rule": "role/apply-missing",',
        '      "message": "“vp of sales” is open but nobody can apply",',
        '      "hint": "add apply:"',
        '    }',
        '  ],',
        '  "summary": {',
        '    "errors": 1,',
        '    "warnings": 0,',
        '    "notes": 0',
        '  }',
        '}',
      ].join('\n'),
    );
  });

  it('has the same keys where there is no hint', () => {
    const document = JSON.parse(
      findingsJson({ findings: [finding], summary: { errors: 1, warnings: 0, notes: 0 } }),
    );
    expect(document.findings[0]).toEqual({ ...finding, hint: null });
  });

  it('escapes what could act on a terminal, and means the same', () => {
    const message = '\u001b[2J \u009b \u202e \u2028 \u007f';
    const json = findingsJson({
      findings: [{ ...finding, message }],
      summary: { errors: 1, warnings: 0, notes: 0 },
    });
    expect(json).toContain('"message": "\\u001b[2J \\u009b \\u202e \\u2028 \\u007f"');
    expect(JSON.parse(json).findings[0].message).toBe(message);
  });
});
