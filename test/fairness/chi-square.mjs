// The tail of the chi-square distribution, through the regularised upper incomplete gamma function (series and continued fraction as in Abramowitz and Stegun 6.5.29, 6.5.31).

const CLOSE_ENOUGH = 1e-15;
const MOST_TERMS = 100_000;
const TINY = 1e-300;
const LANCZOS = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

/** ln Γ(x) for x ≥ 0.5, by Lanczos' formula with g = 7. */
export const logGamma = (x) => {
  const sum = LANCZOS.reduce((total, coefficient, at) => total + coefficient / (x + at), 0.99999999999980993);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
};

/** e^−x x^a / Γ(a) */
const front = (a, x) => Math.exp(a * Math.log(x) - x - logGamma(a));

const lowerBySeries = (a, x) => {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * CLOSE_ENOUGH; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * front(a, x);
};

/** Lentz's method. */
const upperByFraction = (a, x) => {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b || TINY);
    c = b + step / c || TINY;
    value *= d * c;
    if (Math.abs(d * c - 1) < CLOSE_ENOUGH) break;
  }
  return value * front(a, x);
};

/** The chance that chi-square with so many degrees of freedom is `statistic` or more. */
export const chiSquareTail = (statistic, degrees) => {
  if (!(degrees >= 1) || !(statistic >= 0)) throw new RangeError(`chiSquareTail: statistic ${statistic}, degrees ${degrees}`);
  if (statistic === 0) return 1;
  const [a, x] = [degrees / 2, statistic / 2];
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
};
