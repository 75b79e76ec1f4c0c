/** The location that stock is at unless another is named. Made by a migration; may be renamed, never closed. */
export const MAIN_LOCATION = '00000000-0000-7000-8000-000000000001'
