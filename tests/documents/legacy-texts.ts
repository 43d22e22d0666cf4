export const TCVN3 = 'TCVN3 (phông .VnTime)'
export const VNI = 'VNI'
export const VIQR = 'VIQR'
export const MOJIBAKE = 'chữ UTF-8 bị đọc sai bảng mã'

// biome-ignore format: a table
export const HONEST = [
  // text,                                                        because
  ['',                                                            'nothing'],
  ['Cộng hòa xã hội chủ nghĩa Việt Nam',                          'Unicode'],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',                          'Unicode capitals'],
  ['Quê mùa yên bình, giá quá cao, hoà thuận, toà nhà, thuỷ lợi', 'Vietnamese without ă, đ, ơ or ư, in both ways to place a tone'],
  ['Bùi Thanh Tùng, quê Thanh Hoá',                               'a name without any letter that only Vietnamese has'],
  ['Truyện của «Nguyễn», bài «Con cò» và «Lá»',                   'guillemets around words'],
  ['«Hoa lá»…',                                                   'á and » together, with an ellipsis: no mojibake'],
  ['«THỊ XÃ»',                                                    'Ã and » together: no mojibake'],
  ['Le «petit» livre «rouge», où est-il ?',                       'French with guillemets'],
  ['L’été à la plage, le maïs, Noël, naïf, égoïste, Haïti',       'French with trema'],
  ['Köln, Malmö, Björk, Übermensch',                              'German and Scandinavian names'],
  ['España, señor, Peña, São Paulo, João',                        'Spanish and Portuguese names'],
  ['½ kg, ¼ lít, ½kg và ¼kg',                                     'fractions'],
  ['5 µm, 10 µg, 25 °C, 12 m², 3 m³',                             'units'],
  ['Windows® và Microsoft® © 2026',                               'marks of trade and copyright'],
  ['theo § 3 và § 5',                                             'the section sign alone'],
  ['chú thích¹ ở cuối trang',                                     'a footnote'],
  ['f(x) = a^2 + b^2',                                            'a formula'],
  ["'ca' 'be' 'na'",                                              'words in ASCII quotes'],
  ['dd/mm/yyyy',                                                  'a pattern of dates'],
] as const

// biome-ignore format: a table
export const REMAINS = [
  // text,                                          encoding, column, because
  ['ViÖt Nam',                                      TCVN3,    1,  'one word is enough where the line has two'],
  ['Céng hßa x· héi chñ nghÜa ViÖt Nam',            TCVN3,    10, 'two words of the line are beyond doubt'],
  ['§¶ng bé ph\u00adêng Thµnh §«ng',                TCVN3,    1,  '§ is Đ at the start of a word'],
  ['title: Th«ng b¸o vÒ viÖc tuyÓn dông',           TCVN3,    8,  'the name of the field is no word of the line'],
  ['nhµ v¨n hãa',                                   TCVN3,    1,  'signs behind letters'],
  ['Vieät Nam',                                     VNI,      1,  'a vowel and the byte of its tone'],
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',      VNI,      1,  'the same in a sentence'],
  ['UÛY BAN NHAÂN DAÂN',                            VNI,      1,  'capitals'],
  ['ñöôïc thoâng qua',                              VNI,      1,  'ñ begins a word, as đ does'],
  ['Vie^.t Nam',                                    VIQR,     1,  'ASCII marks, RFC 1456'],
  ['Co^ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam',   VIQR,     12, 'three words of the line'],
  ['Viá»‡t Nam',                                    MOJIBAKE, 1,  'UTF-8 read as Windows-1252'],
  ['á»¦y ban nhÃ¢n dÃ¢n phÆ°á»ng',                  MOJIBAKE, 1,  'the same, with capitals'],
  ['Sáng nay Ä‘Æ°á»£c tổ dân phố dọn sạch',         MOJIBAKE, 10, 'a mixed line: nobody writes so on purpose'],
] as const
