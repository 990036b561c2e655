/** Real rounds of drand's beacons, for tests. */

/**
 * Quicknet, as https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/<round> gave them to the tests of several
 * public projects: round 1000 stands in many (Ideal Labs' pallet-drand, thibmeg/tlock-rs), the others in one each. Where they come from matters little:
 * each passes the check against the group's key, and nobody else could have signed it.
 */
export const QUICKNET_ROUNDS = [
  { round: 1000, randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd', signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39' },
  { round: 12040883, randomness: undefined, signature: '929906c959032ab363c9f26570d215d66f5c06cb0c44fe508c12bb5839f04ec895bb6868e5b9ff13ab289bdb5266b394' },
  { round: 32281667, randomness: '4fd2fc55983dbfa3f446d8a0bd56f16cc8c5e76afd1ec154b60d477cbabed13b', signature: 'b0f5ae301358ff87a9d3dd539ed4a07c0148b1ab4f7b61a8ca43c7e9ca7ca9553e4faae9188deb30b2cd1a7f447e3e5b' },
  { round: 32285085, randomness: undefined, signature: '81dbce51d584d90d618547f4b50391d53ace6f6b9aeb8fb67e1879427af9d0310ac0ec6f519271d9a313ee84b378d416' },
  { round: 32285086, randomness: undefined, signature: 'a64d99fd7fa3e48912be7209c7b69c72c88fc5224be2516949b6f29f3a4b7e3fa069dd58b2bbb4bf2c34ae61ef631a44' },
] as const;

/** Fastnet, the deprecated scheme bls-unchained-on-g1: drand/drand-client test/beacon-verification.test.ts (round 3), thibmeg/tlock-rs (round 1000). */
export const FASTNET_ROUNDS = [
  { round: 3, signature: '8176555f90d71aa49ceb37739683749491c2bab15a46094b255289ed25cf8f01cdfb1fe8bd9cd5a19eb09448a3e53186' },
  { round: 1000, signature: 'b09eacd45767c4d58306b98901ad0d6086e2663766f3a4ec71d00cf26f0f49eaf248abc7151c60cf419c4e8b37e80412' },
] as const;

/** Another group under quicknet's scheme: drand/drand-client, the same file, beacon walkthrough. */
export const WALKTHROUGH_ROUND = { round: 38, signature: '95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126' } as const;

/** A chained beacon (the default network): drand/drand-client, the same file. */
export const CHAINED_ROUND = {
  round: 397089,
  randomness: 'cd435675735e459fb4d9c68a9d9f7b719e59e0a9f5f86fe6bd86b730d01fba42',
  signature: '88ccd9a91946bc0bbef2c6c60a09bbf4a247b1d2059522449aa1a35758feddfad85efe818bbde3e1e4ab0c852d96e65f0b1f97f239bf3fc918860ea846cbb500fcf7c9d0dd3d851320374460b5fc596b8cfd629f4c07c7507c259bf9beca850a',
  previous_signature: 'a2237ee39a1a6569cb8e02c6e979c07efe1f30be0ac501436bd325015f1cd6129dc56fd60efcdf9158d74ebfa34bfcbd17803dbca6d2ae8bc3a968e4dc582f8710c69de80b2e649663fef5742d22fff7d1619b75d5f222e8c9b8840bc2044bce',
} as const;
