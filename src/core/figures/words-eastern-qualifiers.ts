// Chinese and Japanese words around an amount: bounds, approximation, per what (folded, 約 is 约).

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
  '1バレル': 'barrel',
  '1オンス': 'ounce',
  '1キログラム': 'kg',
  '1グラム': 'gram',
  '1GW': 'GW',
  '1MW': 'MW',
  '1kW': 'kW',
  '1kWh': 'kWh',
  '1カ月': 'month',
  '1年': 'year',
  日租金: 'day',
  月租金: 'month',
  日給: 'day',
  日当: 'day',
  日薪: 'day',
  月給: 'month',
  年俸: 'year',
  '1個': 'unit',
  '1个': 'unit',
  '1本': 'unit',
  '1枚': 'unit',
  '1回': 'unit',
  '1リットル': 'litre',
  '1キロワット時': 'kWh',
  '1平方メートル': 'square metre',
  '1坪': 'tsubo',
  '1世帯': 'household',
  '1室': 'unit',
  '1キロ': 'kg',
  '1台': 'unit',
  '1口': 'unit',
  '1日': 'day',
  每平方英尺: 'square foot',
  每千克: 'kg',
  每克: 'gram',
  毎日: 'day',
  一股: 'share',
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

export const approximations = '大约|约合|约等于|折合约|约为|约|大概|将近|接近|近|大致|几乎|估计|差不多|おおよそ|およそ|おおむね|概ね|ほぼ|凡そ'

export const lowLeads =
  '超过了|超过|超出|超逾|远超|已超|逾|超|至少|不少于|不低于|大于|高于|多于|起码|最少|最低|不下|(?<!跌)破|突破|突破了|少なくとも|最低でも|高过|不下于|过'

export const highLeads =
  '不超过|不超|不高于|不多于|不大于|不足|不到|未达|未满|至多|最多|低于|少于|小于|未超过|最高达|最高|最大で|最大|多くとも|上限|高くとも|以内|不逾|不及|最多不超过'

export const approximateTails = '左右|近く|上下|程度|ほど|前后|前後|くらい|ぐらい|見当|内外|许|相当'

export const lowTails =
  '以上|及以上|\\(含\\)以上|超え|超の|超|あまり|余り|余|多(?![いくか])|を超える|を超え|超える|を上回る|を上回り|を上回っ|起|强|越え|を突破|より多|を超過'

export const highTails = '以下|及以下|\\(含\\)以下|以内|未满|不到|弱|を下回る|を下回り|を下回っ|足らず|に満たない|を切る|より少|为限|を上限|が上限'
