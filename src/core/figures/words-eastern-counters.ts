// Chinese and Japanese counters, in folded characters.

const persons = '名员工|名股东|名用户|名|位客户|位|人次|万人|人员|人|户|世帯|戸'
const firms =
  '家公司|家企业|家门店|家机构|家银行|家子公司|家分行|家店|家上市公司|家|社|店舗|店|拠点|工厂|工場|支店|営業所|銘柄|品目|商品|路線|空港|都市|事業所|行|校|団体'
const countries =
  '个国家和地区|个国家|个城市|个省份|个省|个地区|カ国・地域|カ国|か国|ヶ国|ヵ国|箇国|国・地域|国|都道府県|市町村|カ所|か所|ヶ所|ヵ所|箇所'
const things =
  '回線|回线|台|辆|部|件|套|座|艘|架|张|片|颗|枚|笔|项|种|条|次|只|支|本|棟|隻|機|基|回|頭|匹|冊|杯|室|席|口|组|対|份|例|篇|场|轮|款|批|间|处|所|宗|箱|袋|盒|瓶|幅|株|股|手|単元|单|注|通|足|着|台数|言語|ページ|问'
const times =
  '个月|个工作日|个交易日|个季度|カ月|か月|ヶ月|ヵ月|箇月|カ年|か年|ヵ年|年间|年|日间|日間|天|周间|周|小时|时间|時间|分钟|分间|秒间|秒|季度|四半期|歳|岁|代|世纪|世紀'
const measures =
  '亩|公顷|载重吨|英寸|寸|平方米|平方公里|平方メートル|万平方米|立方米|公里|千米|米|厘米|毫米|纳米|奈米|微米|海里|吨标准煤|吨|千克|公斤|毫克|克拉|克|升|桶|盎司|亿千瓦时|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦时|吉瓦|太瓦时|度|キログラム|キロワット時|キロワット|キロメートル|キロ|センチメートル|センチ|ミリメートル|ミリ|ナノメートル|ナノ|メートル|トン|グラム|リットル|バレル|ワット時|ワット|メガワット時|メガワット|ギガワット時|ギガワット|テラワット時|テラワット|ヘクタール|坪|オンス|カラット|ギガバイト|テラバイト|ギガヘルツ|馬力|海里|点|点数|ppm|GW|MW|kW|GWh|MWh|kWh|TWh|Wh|mAh|GB|TB|MB|nm|mm|cm|km|kg|TEU|dwt'

const words = `个项目|个品牌|口座|载重吨|${[persons, firms, countries, things, times, measures, '个', '倍'].join('|')}`
const longestFirst = [...new Set(words.split('|'))].toSorted((one, other) => other.length - one.length).join('|')

/** Behind the number of things, as the source of a pattern; 期 is one only in a row. */
export const counters = `${longestFirst}|期(?=連続|连续|ぶり)|日(?=内|以内|之内|后|期限|连|連|ぶり)`

/** Counters before which even a single 二 to 九 is an amount and not a word (三年级, 四种, 两次 are words as often). */
export const countersOfNumerals =
  '家公司|家企业|家银行|家门店|家机构|家子公司|家|名员工|名|个月|个季度|个项目|个国家|个工作日|个交易日|个城市|个百分点|年间|年(?![级生制度])|天(?!然)|小时|分钟|周(?![年围边报刊])|カ国|か国|ヶ国|カ月|か月|ヶ月|カ年|万人|人(?![之物])|台|辆|社|株|股|座|艘|架|款|轮|笔|倍'
