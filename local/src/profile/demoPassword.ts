/** Of everybody whom a demo city's profile appoints; shown on the sign-in page while a demo city is in the log. */
export const demoPassword = 'tocsin-demo';

/** Its digest, as the gateway keeps one. Nothing is lost by showing that of a public password. */
export const demoDigest =
  'scrypt$32768$8$3$Kl74BCjo5arVufkvBW3h7A$-Ig8VdOla6d_AHwoKMxH_u8kYRtx-fUjVT9Hhy99hX4';
