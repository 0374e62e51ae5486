/** A decimal of so few digits is kept by a double, whatever they are. */
const SAFE_LENGTH = 15;
/** The greatest number of a double has 309 digits; what is longer is not looked at. */
const LONGEST = 400;
const DECIMAL = /^-?(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/;

/** Whether a number of JSON comes out again with the value that was sent, though perhaps in other letters. */
export function isKeptExactly(number: string): boolean {
  if (number.length <= SAFE_LENGTH && !/[eE]/.test(number)) return true;
  if (number.length > LONGEST) return false;
  return valueOf(number) === valueOf(String(Number(number)));
}

/** Its digits without zeros at either end, and the power of ten that they stand behind. */
function valueOf(number: string): string {
  const [, whole, fraction = '', exponent = '0'] = DECIMAL.exec(number) ?? [];
  if (whole === undefined) return number;
  const digits = `${whole}${fraction}`;
  const trimmed = digits.replace(/0+$/, '');
  const significant = trimmed.replace(/^0+/, '');
  if (significant === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
  return `${significant}e${String(power)}`;
}
