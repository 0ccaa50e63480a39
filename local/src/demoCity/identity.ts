export const demoCity = 'xinghe';
export const demoSeed = 20_260_401;
