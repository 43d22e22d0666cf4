import { describe, expect, test } from 'vitest'
import { isSyllable, readSyllable, spell } from '../../pipeline/language/syllable.ts'
import { typedWord } from '../../pipeline/language/typing.ts'

// biome-ignore format: a table
const SYLLABLES: readonly (readonly [word: string, is: boolean, because: string])[] = [
  ['nghiêng', true,  'the longest'],
  ['người',   true,  'ng before ư'],
  ['nghành',  false, 'ngh only before e, ê, i'],
  ['ngiên',   false, 'ng never before i'],
  ['ghế',     true,  'gh before ê'],
  ['gế',      false, 'g never before ê'],
  ['kẻ',      true,  'k before e'],
  ['kả',      false, 'k never before a'],
  ['cẻ',      false, 'c never before e'],
  ['quốc',    true,  'qu takes its own rhymes'],
  ['quưa',    false, 'qu never before ư'],
  ['gì',      true,  'gi and i share the letter'],
  ['giếng',   true,  'gi and iê share the letter'],
  ['gia',     true,  'gi and a'],
  ['mát',     true,  'a stop takes sắc'],
  ['mạt',     true,  'a stop takes nặng'],
  ['màt',     false, 'a stop takes no huyền'],
  ['mảt',     false, 'a stop takes no hỏi'],
  ['cãch',    false, 'a stop takes no ngã'],
  ['hòa',     true,  'the older place'],
  ['hoà',     true,  'the newer place'],
  ['hoàn',    true,  'before a consonant the second vowel'],
  ['hòan',    false, 'never the first'],
  ['quý',     true,  'the u belongs to qu'],
  ['qúy',     false, 'the u of qu carries no tone'],
  ['yến',     true,  'yê without an onset'],
  ['iến',     false, 'and never iê'],
  ['tyến',    false, 'yê behind no onset'],
  ['khuỷu',   true,  'three vowels'],
  ['thuở',    true,  'uơ'],
  ['THỦY',    true,  'in capitals'],
  ['đđường',  false, 'no such onset'],
  ['fải',     false, 'no such letter'],
  ['hoàà',    false, 'two tones'],
  ['',        false, 'nothing'],
]

test.each(SYLLABLES)('«%s» is a syllable: %s (%s)', (word, is) => {
  expect(isSyllable(word)).toBe(is)
})

test('how a syllable is spelt reads as the same syllable in both styles', () => {
  for (const [word, is] of SYLLABLES) {
    const syllable = is ? readSyllable(word.toLowerCase()) : undefined
    if (!syllable) continue
    expect(readSyllable(spell(syllable, 'hòa'))).toEqual(syllable)
    expect(readSyllable(spell(syllable, 'hoà'))).toEqual(syllable)
  }
})

describe('typing', () => {
  // biome-ignore format: a table
  const TYPED: readonly (readonly [keys: string, word: string | undefined, certain: boolean, because: string])[] = [
    ['dduwowngf', 'đường',   true,  'each letter marked for itself'],
    ['dduowngf',  'đường',   true,  'one w for both vowels'],
    ['truwowngf', 'trường',  true,  'Telex'],
    ['nguwowif',  'người',   true,  'no consonant at the end'],
    ['khoongs',   'khống',   true,  'a tone at the end'],
    ['toans',     undefined, false, 'one key alone says too little'],
    ['hoaf',      'hòa',     false, 'f at the end of no English word'],
    ['boots',     undefined, false, 'an English word'],
    ['truong7',   'trương',  false, 'VNI; its tone may be missing'],
    ['truong72',  'trường',  true,  'VNI with its tone'],
    ['tie61ng',   'tiếng',   true,  'VNI inside the word'],
    ['nhom6',     undefined, false, 'the label of a group'],
    ['to5',       undefined, false, 'the label of a group'],
  ]
  test.each(TYPED)('%s → %s', (keys, word, certain) => {
    const typed = typedWord(keys, 'hòa')
    expect(typed?.word).toBe(word)
    expect(typed?.certain ?? false).toBe(certain)
  })
})
