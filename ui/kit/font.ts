import latin from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url'

/** The file of the typeface that nearly every page needs, for a preload. */
export const latinFontFile = latin
