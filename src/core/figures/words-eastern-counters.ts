// Chinese and Japanese counters, in folded characters.

/** Behind the number of things. A numeral in characters counts only before one of these. */
export const counters =
  '家公司|家企业|家门店|家机构|家银行|家子公司|家分行|家店|家|名员工|名股东|名|位|人次|人民元|万人|人|个月|个工作日|个交易日|个季度|个项目|个国家|个城市|个|台|辆|部|件|套|座|艘|架|股|张|片|颗|枚|笔|户|项|种|条|次|只|支|本|社|名|店舗|店|拠点|株|カ国|か国|ヶ国|カ月|か月|ヶ月|箇月|か所|カ所|ヶ所|戸|棟|隻|機|基|回|頭|匹|冊|杯|室|席|口|件|世帯|年间|年半|年|日间|日間|天|周|小时|时间|時间|分钟|分间|秒|季度|四半期|期连続|亩|公顷|平方米|平方公里|公里|千米|米|厘米|毫米|吨|千克|公斤|克|升|桶|盎司|千瓦时|千瓦|兆瓦|吉瓦|度|キロ|メートル|トン|グラム|リットル|バレル|ワット|キロワット|メガワット|ギガワット|GW|MW|kW|GWh|MWh|kWh|TWh|人员|国|か年|ヵ国|ヵ月|歳|岁|代|点'

/** Counters before which even a single 一 to 九 is an amount and not a word. */
export const countersOfNumerals =
  '家公司|家企业|家银行|家门店|家机构|名员工|个月|个季度|个项目|个国家|个工作日|年间|カ国|か国|ヶ国|カ月|か月|ヶ月|万人|人|名|家|台|辆|社|株|股|倍'
