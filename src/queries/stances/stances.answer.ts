import { listAnswer } from '../asking/answers/frame.answer.js';
import { stance } from '../asking/answers/stance.answer.js';

export const stancesAnswer = listAnswer('Stances', stance);
