import type { Texts } from '../texts.ts'

export const health: Texts['health'] = {
  title: 'Sicherheitslage',
  lead: 'Wie gut dieser Shop gehalten ist, aus einzelnen Prüfungen dessen, was gerade bekannt ist.',
  again: 'Noch einmal prüfen',
  checkedAt: 'Geprüft um {{time}}',
  score: 'Punkte',
  outOf: '{{score}} von 100',
  grade: 'Note {{grade}}',
  grades: {
    A: 'Sehr gut in Ordnung.',
    B: 'Gut. Einiges verdient einen Blick.',
    C: 'Mäßig. Etwas Wichtiges ist offen.',
    D: 'Schwach. Bringen Sie zuerst das Markierte in Ordnung.',
    E: 'Schlecht. Bringen Sie das Markierte sofort in Ordnung.',
  },
  history: 'Punkte der letzten {{count}} Tage',
  points: '{{points}} von {{weight}} Punkten',
  groups: {
    bad: 'In Ordnung bringen',
    attention: 'Einen Blick wert',
    unknown: 'Nicht bekannt',
    good: 'In Ordnung',
  },
  states: { bad: 'Schlecht', attention: 'Einen Blick wert', unknown: 'Nicht bekannt', good: 'Gut' },
  nothing: 'Nichts in Ordnung zu bringen',
  nothingText: 'Jede Prüfung ist gut ausgefallen.',
}
