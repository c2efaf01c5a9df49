// Chinese and Japanese words and signs of amounts, in folded characters (萬 is 万, 約 is 约: see fold-characters.ts).

export const numerals: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 廿: 20 }

export const smallScales: Record<string, number> = { 十: 1, 百: 2, 千: 3 }

export const bigScales: Record<string, number> = { 万: 4, 亿: 8, 兆: 12, 京: 16 }

/** In front of the amount. */
export const currencyLeads: Record<string, string | null> = {
  人民币: 'CNY',
  人民元: 'CNY',
  新台币: 'TWD',
  新臺币: 'TWD',
  台币: 'TWD',
  臺币: 'TWD',
  港币: 'HKD',
  美金: 'USD',
  日币: 'JPY',
  欧元: 'EUR',
  美元: 'USD',
  米ドル: 'USD',
  港元: 'HKD',
  日元: 'JPY',
  英镑: 'GBP',
}

/** Behind the amount. 元 alone is CNY where the characters are simplified, else it is not said whose. */
export const currencyWords: Record<string, string | null> = {
  元: null,
  元人民币: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  元人民元: 'CNY',
  人民元: 'CNY',
  块: 'CNY',
  块钱: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  米ドル: 'USD',
  ドル: null,
  弗: 'USD',
  日元: 'JPY',
  日圆: 'JPY',
  日币: 'JPY',
  円: 'JPY',
  欧元: 'EUR',
  ユーロ: 'EUR',
  英镑: 'GBP',
  ポンド: 'GBP',
  韩元: 'KRW',
  韩币: 'KRW',
  ウォン: 'KRW',
  韓国ウォン: 'KRW',
  港元: 'HKD',
  港币: 'HKD',
  元港币: 'HKD',
  香港ドル: 'HKD',
  新台币: 'TWD',
  元新台币: 'TWD',
  台币: 'TWD',
  台湾ドル: 'TWD',
  台湾元: 'TWD',
  澳元: 'AUD',
  豪ドル: 'AUD',
  加元: 'CAD',
  加币: 'CAD',
  カナダドル: 'CAD',
  新加坡元: 'SGD',
  新元: 'SGD',
  シンガポールドル: 'SGD',
  瑞士法郎: 'CHF',
  瑞郎: 'CHF',
  スイスフラン: 'CHF',
  卢比: 'INR',
  印度卢比: 'INR',
  ルピー: 'INR',
  卢布: 'RUB',
  ルーブル: 'RUB',
  泰铢: 'THB',
  バーツ: 'THB',
  越南盾: 'VND',
  中国元: 'CNY',
  雷亚尔: 'BRL',
  レアル: 'BRL',
  林吉特: 'MYR',
  里拉: 'TRY',
  兰特: 'ZAR',
  迪拉姆: 'AED',
  里亚尔: 'SAR',
  RMB: 'CNY',
  US$: 'USD',
  USD: 'USD',
}

/** Behind the number of things. A numeral in characters counts only before one of these. */
export const counters =
  '家公司|家企业|家门店|家机构|家银行|家子公司|家分行|家店|家|名员工|名股东|名|位|人次|人民元|万人|人|个月|个工作日|个交易日|个季度|个项目|个国家|个城市|个|台|辆|部|件|套|座|艘|架|股|张|片|颗|枚|笔|户|项|种|条|次|只|支|本|社|名|店舗|店|拠点|株|カ国|か国|ヶ国|カ月|か月|ヶ月|箇月|か所|カ所|ヶ所|戸|棟|隻|機|基|回|頭|匹|冊|杯|室|席|口|件|世帯|年间|年半|年|日间|日間|天|周|小时|时间|時间|分钟|分间|秒|季度|四半期|期连続|亩|公顷|平方米|平方公里|公里|千米|米|厘米|毫米|吨|千克|公斤|克|升|桶|盎司|千瓦时|千瓦|兆瓦|吉瓦|度|キロ|メートル|トン|グラム|リットル|バレル|ワット|キロワット|メガワット|ギガワット|GW|MW|kW|GWh|MWh|kWh|TWh|人员|国|か年|ヵ国|ヵ月|歳|岁|代|点'

/** Counters before which even a single 一 to 九 is an amount and not a word. */
export const countersOfNumerals =
  '家公司|家企业|家银行|家门店|家机构|名员工|个月|个季度|个项目|个国家|个工作日|年间|カ国|か国|ヶ国|カ月|か月|ヶ月|万人|人|名|家|台|辆|社|株|股|倍'

export const perLeads: Record<string, string> = {
  每股: 'share',
  一株: 'share',
  '1株': 'share',
  每吨: 'ton',
  每桶: 'barrel',
  每小时: 'hour',
  每天: 'day',
  每日: 'day',
  每月: 'month',
  每年: 'year',
  每人: 'person',
  人均: 'person',
  每盎司: 'ounce',
  每份: 'unit',
  每辆: 'vehicle',
  每台: 'unit',
  每户: 'household',
  每平方米: 'square metre',
  每公斤: 'kg',
  每度: 'kWh',
  毎月: 'month',
  毎年: 'year',
  年间: 'year',
  '1バレル': 'barrel',
  '1トン': 'ton',
  '1時間': 'hour',
  '1人': 'person',
  一人: 'person',
  月额: 'month',
  月額: 'month',
  年额: 'year',
  時給: 'hour',
  时薪: 'hour',
  月薪: 'month',
  年薪: 'year',
}

export const perWords: Record<string, string> = {
  股: 'share',
  株: 'share',
  吨: 'ton',
  トン: 'ton',
  桶: 'barrel',
  バレル: 'barrel',
  小时: 'hour',
  時间: 'hour',
  时: 'hour',
  天: 'day',
  日: 'day',
  月: 'month',
  年: 'year',
  人: 'person',
  盎司: 'ounce',
  台: 'unit',
  辆: 'vehicle',
  平方米: 'square metre',
  公斤: 'kg',
  千瓦时: 'kWh',
  度: 'kWh',
  份: 'unit',
}

export const approximations = '大约|约为|约|大概|将近|接近|近|大致|几乎|估计|差不多|おおよそ|およそ|おおむね|概ね|ほぼ|凡そ'
export const lowLeads =
  '超过了|超过|超出|超逾|远超|已超|逾|超|至少|不少于|不低于|大于|高于|多于|起码|最少|最低|不下|突破|突破了|少なくとも|最低でも|高过|不下于|过'
export const highLeads =
  '不超过|不高于|不多于|不大于|不足|不到|未达|未满|至多|最多|低于|少于|小于|未超过|最高达|最高|最大で|最大|多くとも|上限|高くとも|以内|不逾|不及|最多不超过'
export const approximateTails = '左右|上下|程度|ほど|前后|前後|くらい|ぐらい|見当|内外|许|相当'
export const lowTails = '以上|超え|超の|超|あまり|余り|余|多|を超える|を超え|超える|を上回る|を上回り|を上回っ|起|强|越え|を突破|より多|を超過'
export const highTails = '以下|以内|未满|不到|弱|を下回る|を下回り|を下回っ|足らず|に満たない|を切る|より少|为限|を上限|が上限'
