/*
 * What a quick scan of news and papers waits for: whatever findPersonalData and findDelicateData find there holds one of these.
 * A citizen's own question is always read in full.
 */

/** A mailbox, or one spelt for people. */
export const MAIL_WATCH = { words: /^at$|còng$/iu, signs: [['@', /@/]] } as const

/** A telephone, or a citizen's number: ten digits or more that begin with 0, or with the code of the country. */
export const PHONE_WATCH = { numbers: { least: 10, begins: /^(?:0|84)/ } } as const

/** Words that make a number that of somebody's card or account, however it begins; and a number that is long enough. */
export const CARD_WATCH = {
  words: /cccd|cmnd|cmtnd|cmt|tk/iu,
  pairs: [
    [/căn$/iu, /^cước/iu],
    [/chứng$/iu, /^minh/iu],
    [/định$/iu, /^danh/iu],
    [/tài$/iu, /^khoản/iu],
  ],
} as const
export const LONG_NUMBER_WATCH = { numbers: { least: 6, begins: /^/ } } as const

/** The number of a house. */
export const HOME_WATCH = {
  pairs: [
    [/số$/u, /^nhà/u],
    [/nhà$|^ở$|^tại$|trú$|ngụ$|sống$/u, /^số(?!\p{L})/u],
    [/cư$|thường$/u, /^trú/u],
    [/hà$/u, /^riêng/u],
    [/ộ$/u, /^khẩu/u],
    [/^ở$/u, /^hiện/u],
  ],
} as const

/** A day of birth, or the age or class of a child. */
export const DELICATE_WATCH = {
  words: /^SN$/u,
  pairs: [
    [/[Ss]inh$/u, /^ngày|^vào/u],
    [/gày$|năm$/u, /^sinh/u],
    [/\d$/u, /^tuổi/u],
    [/lớp$/u, /^[1-9]/u],
  ],
} as const
