import type { Text } from '../../i18n/text.ts';

/** A sent unit's place in the recommendation that was shown, in words. */
export const rankText = (t: Text, rank: number): string =>
  rank === 0 ? t('recommend.notAmong') : t('recommend.rank', { rank });
