/** Made-up names by their Chinese and English stem. */
const stems = (list: string): readonly (readonly [zh: string, en: string])[] =>
  list.split(' ').map((pair) => {
    const [zh = '', en = ''] = pair.split('/');
    return [zh, en] as const;
  });

/** Run from west to east. */
export const roads = stems(
  '星河/Xinghe 滨江/Binjiang 望岳/Wangyue 朝阳/Chaoyang 文昌/Wenchang 书院/Shuyuan 桂花/Guihua ' +
    '银杏/Yinxing 梧桐/Wutong 芙蓉/Furong 长虹/Changhong 友谊/Youyi 建设/Jianshe 劳动/Laodong ' +
    '团结/Tuanjie 胜利/Shengli 和平/Heping 新民/Xinmin 青山/Qingshan 白云/Baiyun 明月/Mingyue ' +
    '清泉/Qingquan 竹林/Zhulin 石桥/Shiqiao 东风/Dongfeng 曙光/Shuguang 金沙/Jinsha 玉泉/Yuquan ' +
    '松涛/Songtao 麓山/Lushan 湖滨/Hubin 杏林/Xinglin',
);

/** Run from south to north. */
export const streets = stems(
  '天权/Tianquan 天枢/Tianshu 天璇/Tianxuan 玉衡/Yuheng 开阳/Kaiyang 瑶光/Yaoguang 北辰/Beichen ' +
    '南斗/Nandou 牵牛/Qianniu 织女/Zhinü 银汉/Yinhan 启明/Qiming 长庚/Changgeng 太白/Taibai ' +
    '紫微/Ziwei 文曲/Wenqu 钟楼/Zhonglou 鼓楼/Gulou 码头/Matou 盐仓/Yancang 米市/Mishi 药王/Yaowang ' +
    '学宫/Xuegong 织造/Zhizao 车站/Chezhan 科技/Keji 创新/Chuangxin 学府/Xuefu',
);
