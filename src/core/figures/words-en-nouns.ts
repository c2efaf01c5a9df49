// English words that tell a count from a name or a place.

/** Not part of the noun of a count. */
export const stopWords = new Set(
  (
    'of in and to for from at by as was is has have had the a an per or that which with on than after before this last its it are were be been but if so over under up down into since until while when where who ' +
    'will would could should may might can did does do not no more less also about between during against across through within versus vs compared plus minus each both all some any other said says respectively ' +
    'including excluding based using because us his hers ours theirs this always perhaps thus plus times rises falls grows remains loss was yes minus'
  ).split(' '),
)

/** Capitalised words that can stand before a number without naming it. */
export const plainLeads = new Set(
  (
    'in on at by for from to of the and or with about around over under only some nearly almost roughly approximately more less than since until through between after before a an its their our his her this these those ' +
    'all just exactly another other up down least most total as but when while if was were is are has have had during within early late mid sold hired cut added opened closed employs has now then where there they we it he she'
  ).split(' '),
)

/** Words whose number is a place or a name: "page 12", "Section 13", "version 2". */
export const numberedThings =
  'page|pages|p\\.|pp\\.|section|sections|chapter|figure|fig\\.|table|note|notes|item|items|rule|no\\.|number|version|ver\\.|v\\.?|part|article|step|phase|type|level|series|class|flight|room|gate|route|highway|model|exhibit|form|appendix|annex|volume|vol\\.|issue|line|paragraph|para\\.|clause|schedule|footnote|chapter|tel|phone|fax|ext\\.?|suite|ch\\.|chap\\.|sec\\.|art\\.|§|bond|ifrs|ias|asc|asu|iso|rfc|topic|release|lot|code|tier|zone|group|team|unit|channel|track|season|episode|index|build|patch|platform|pier|terminal|sections|items|rules|articles|exhibits|schedules|chapters|interstate|psalm|opus|op\\.|rev\\.|revision|drive|gen|proposition|prop\\.|docket|bay|box|round|lap|square|exit|junction|heading|headings|subheading|subheadings'
