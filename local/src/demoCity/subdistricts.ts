import type { Cell, Subdistrict } from '@tocsin/domain';

/** `中文/English` by district; a district's cells are shared out among them in their order. */
const names: Readonly<Record<string, string>> = {
  linjiang: '望江/Wangjiang 码头/Matou 盐仓/Yancang 银杏/Yinxing',
  wangyue: '书院/Shuyuan 桂花坪/Guihuaping 学宫/Xuegong',
  donghu: '湖滨/Hubin 东风/Dongfeng 芙蓉/Furong 车站/Chezhan',
  yunxi: '云溪口/Yunxikou 竹林/Zhulin 石桥/Shiqiao',
  songshan: '松涛/Songtao 杏林/Xinglin 青山/Qingshan 白云/Baiyun',
  gaoxin: '科技园/Kejiyuan 创新港/Chuangxingang 金沙/Jinsha',
};

export const subdistricts: readonly Subdistrict[] = Object.entries(names).flatMap(
  ([district, list]) =>
    list.split(' ').map((pair, index) => {
      const [zh = '', en = ''] = pair.split('/');
      return {
        id: `${district}-s${index + 1}`,
        name: { zh: `${zh}街道`, en: `${en} Subdistrict` },
        district,
      };
    }),
);

/** Gives each cell its subdistrict: as many cells in a row to each as goes up evenly. */
export function inSubdistricts(cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => {
    const own = cells.filter(({ district }) => district === cell.district);
    const among = subdistricts.filter(({ district }) => district === cell.district);
    const at = Math.floor((own.indexOf(cell) * among.length) / own.length);
    const subdistrict = among[at];
    return subdistrict ? { ...cell, subdistrict: subdistrict.id } : cell;
  });
}
