/** `phường Thành Đông` → `TĐ`: a mark in letters, because the national emblem is not ours to draw. */
export const initials = (unit: string): string =>
  unit
    .split(' ')
    .map((word) => word.slice(0, 1))
    .filter((letter) => letter !== letter.toLowerCase())
    .join('')
    .slice(0, 3)
