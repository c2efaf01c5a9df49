// Words and names of Chinese and Japanese that begin with a numeral and a counter and count nothing.

/** Checked where such a word begins. Names that no counter follows (三菱, 五粮液, 七匹狼) need no line here: they are never read as amounts. */
export const idioms =
  '两个一百年|八百万の|三社祭|四万十|一万田|十人十色|三人行|三人成虎|二人三脚|二人羽織|百人百様|十年一日|十年一剑|十年如一日|百年老店|百年大计|百年企业|百年未有|三年五载|三年两载|十年寒窗|万年|百家争鸣|百家号|百家乐|千家万户|七天连锁|七天酒店|三股势力|两股势力|两家人|一年一度|三天两头|二十四节气|三十六计|三十六氪|五分五分|五五开|三七开|二八定律|十二生肖|五人制|七人制|三人制|三天打[鱼魚]|两天[晒曬][网網]|一年四季|四季(?:分明|如春|常青|の)|十万八千里|十万火急|一万个不|十年[树樹]木|百年[树樹]人|三日坊主|一日千秋|三度目の正直'
