export const deSecuritySessions = {
  title: 'Wo Sie angemeldet sind',
  lead: 'Kennen Sie eine davon nicht, beenden Sie sie und ändern Sie Ihr Passwort.',
  endAll: 'Überall abmelden',
}
