export function language(env?: NodeJS.ProcessEnv): 'zh' | 'en';
