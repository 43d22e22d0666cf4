const UNITS = [
  ['MB', 1_000_000],
  ['KB', 1000],
] as const

/** A size as it is read: `1,2 MB`, `85 KB`, `640 byte`. */
export function sizeInWords(bytes: number): string {
  const [unit, worth] = UNITS.find(([, least]) => bytes >= least) ?? ['byte', 1]
  const amount = bytes / worth
  const rounded = unit === 'MB' && amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)
  return `${String(rounded).replace('.', ',')} ${unit}`
}

/** What a file is before somebody presses its link: `PDF, 1,2 MB, 3 trang`. */
export function fileInWords(file: string, size: number | undefined, pages?: number): string {
  const format = (file.split('.').at(-1) as string).toUpperCase().replace('JPEG', 'JPG')
  return [
    format,
    ...(size === undefined ? [] : [sizeInWords(size)]),
    ...(pages === undefined ? [] : [`${pages} trang`]),
  ].join(', ')
}
