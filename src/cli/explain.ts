import { explainRule } from '../check/explain-rule.ts';
import { type Outcome, UsageError } from './command.ts';
