import { rules } from '../../src/check/rules/index.ts';
import { holdSamples } from './hold-samples.ts';

holdSamples(rules);
