import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { language } from '../store/preferences.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

void i18next.use(initReactI18next).init({
  lng: language.get(),
  fallbackLng: false,
  defaultNS: 'console',
  ns: ['console'],
  resources: { en: { console: en }, 'zh-CN': { console: zh } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

const follow = (): void => {
  document.documentElement.lang = language.get();
  void i18next.changeLanguage(language.get());
};
follow();
language.watch(follow);
