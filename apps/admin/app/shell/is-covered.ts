/** Whether a dialog or a menu is open over the page; keys belong to it then. A toast has the role of a dialog too, but covers nothing. */
export function isCovered(): boolean {
  return document.querySelector(':is([role=dialog], [role=alertdialog], [role=menu])[data-open]') !== null
}
