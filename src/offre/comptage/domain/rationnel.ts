/** An exact ratio, reduced, its denominator positive. Nothing is rounded before it is shown or paid. */
export interface Rationnel {
  readonly n: bigint;
  readonly d: bigint;
}

type Entier = number | bigint;

export function rationnel(n: Entier, d: Entier = 1): Rationnel {
  const [haut, bas] = [BigInt(n), BigInt(d)];
  if (bas === 0n) throw new RangeError("denominator 0");
  const commun = pgcd(haut, bas) * (bas < 0n ? -1n : 1n);
  return { n: haut / commun, d: bas / commun };
}

function pgcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

export const zero = rationnel(0);
export const un = rationnel(1);

export const multiplier = (a: Rationnel, b: Rationnel): Rationnel =>
  rationnel(a.n * b.n, a.d * b.d);

export const diviser = (a: Rationnel, b: Rationnel): Rationnel => rationnel(a.n * b.d, a.d * b.n);

export const additionner = (a: Rationnel, b: Rationnel): Rationnel =>
  rationnel(a.n * b.d + b.n * a.d, a.d * b.d);

export const somme = (parts: readonly Rationnel[]): Rationnel => parts.reduce(additionner, zero);

export function comparer(a: Rationnel, b: Rationnel): -1 | 0 | 1 {
  const ecart = a.n * b.d - b.n * a.d;
  if (ecart === 0n) return 0;
  return ecart < 0n ? -1 : 1;
}

export const auPlusUn = (a: Rationnel): Rationnel => (comparer(a, un) > 0 ? un : a);

/** Half away from zero, at `decimales` digits: the whole number of the last digit. */
function arrondir(a: Rationnel, decimales: number): bigint {
  const signe = a.n < 0n ? -1n : 1n;
  const haut = signe * a.n * 10n ** BigInt(decimales);
  return (signe * (2n * haut + a.d)) / (2n * a.d);
}

/** Cents, once, when an amount is shown or paid. */
export const auCentime = (centimes: Rationnel): number => Number(arrondir(centimes, 0));

/** The ratio in hundredths, rounded once: 13/30 gives 43.33. */
export const enPourcent = (a: Rationnel, decimales = 2): number =>
  Number(arrondir(multiplier(a, rationnel(100)), decimales)) / 10 ** decimales;

/** How many whole units reach it: 22.5 asks for 23. */
export function entierAuDessus(a: Rationnel): number {
  const bas = a.n / a.d;
  return Number(bas * a.d < a.n ? bas + 1n : bas);
}

/** For a drawing or a sentence only: never for another computation. */
export const approche = (a: Rationnel, decimales = 2): number =>
  Number(arrondir(a, decimales)) / 10 ** decimales;
