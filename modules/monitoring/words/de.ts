import { counted, listed, type Words } from './words.ts'

/** German. */
export const de: Words = {
  unknown: {
    found: 'Das ließ sich gerade nicht prüfen.',
    advice:
      'Prüfen Sie in einer Minute noch einmal. Bleibt es so, hilft ein Blick in das Protokoll des Servers.',
  },
  checks: {
    'second-factors': {
      title: 'Zweiter Faktor des Teams',
      found: ({ staff, having }) =>
        `${String(having)} von ${String(staff)} im Team haben einen zweiten Faktor.`,
      advice: () =>
        'Bitten Sie die Übrigen, sich anzumelden und ihn einzurichten. Bis dahin dürfen sie nichts anderes, und auch sonst niemand mit ihrem Passwort.',
    },
    passkeys: {
      title: 'Passkeys des Teams',
      found: ({ staff, having }) => `${String(having)} von ${String(staff)} im Team haben einen Passkey.`,
      advice: () =>
        'Bitten Sie alle, unter „Anmeldung und Sicherheit“ einen Passkey hinzuzufügen: Eine falsche Seite kann Codes stehlen, einen Passkey nicht.',
    },
    'super-admins': {
      title: 'Konten, die alles dürfen',
      found: ({ count }) =>
        `${counted(count, 'Konto mit der Rolle Inhaber kann', 'Konten mit der Rolle Inhaber können')} sich anmelden.`,
      advice: ({ count }) =>
        count === 0
          ? 'Niemand kann mehr Rollen ändern. Legen Sie auf der Kommandozeile ein Konto an: rampart user create.'
          : count === 1
            ? 'Geht dieses verloren, lässt niemand die Inhaberin wieder herein. Geben Sie einer zweiten Person, der Sie vertrauen, diese Rolle.'
            : 'Jedes davon ist ein Weg zu allem. Behalten Sie zwei oder drei und geben Sie den anderen eine Rolle mit weniger Rechten.',
    },
    'lapsed-invitations': {
      title: 'Unbeantwortete Einladungen',
      found: ({ count }) =>
        count === 0
          ? 'Keine Einladung liegt unbeantwortet.'
          : `${counted(count, 'Einladung wurde', 'Einladungen wurden')} drei Tage lang nicht angenommen.`,
      advice: () => 'Laden Sie noch einmal ein oder sperren Sie das Konto, das niemand will.',
    },
    'idle-sessions': {
      title: 'Offen gelassene Sitzungen',
      found: ({ open, idle }) =>
        open === 0
          ? 'Aus dem Team ist niemand angemeldet.'
          : `${String(idle)} von ${counted(open, 'offenen Sitzung', 'offenen Sitzungen')} des Teams ${idle === 1 ? 'ruht' : 'ruhen'} seit zwei Stunden.`,
      advice: () =>
        'Sitzungen des Teams enden nach acht Stunden Ruhe. Bitten Sie ums Abmelden, wo mehrere an einem Rechner arbeiten, oder beenden Sie Sitzungen auf der Seite der Person.',
    },
    'disabled-passwords': {
      title: 'Angegriffene Passwörter',
      found: ({ staff, customers }) =>
        staff + customers === 0
          ? 'Kein Passwort ist außer Kraft.'
          : `Außer Kraft nach zu vielen Fehlversuchen oder einer Warnung ihrer Besitzer: ${String(staff)} im Team, ${String(customers)} bei Kunden.`,
      advice: () =>
        'Die Besitzer haben Post und können ein neues setzen. Im Protokoll steht, woher die Versuche kamen.',
    },
    'locked-accounts': {
      title: 'Gesperrte Konten',
      found: ({ staff, customers }) => `Gesperrt: ${String(staff)} im Team, ${String(customers)} bei Kunden.`,
      advice: () =>
        'Sehen Sie nach, ob jede Sperre noch ihren Grund hat und wer gegangen ist keine Sitzung und keinen Schlüssel mehr.',
    },
    'failed-sign-ins': {
      title: 'Misslungene Anmeldungen',
      found: ({ today, usual }) =>
        `${String(today)} in den letzten 24 Stunden; üblich sind hier ${german(usual)} am Tag.`,
      advice: () =>
        'Vielleicht probiert jemand Passwörter. Gebremst und gesperrt wird von selbst; im Protokoll steht, um welche Konten es geht.',
    },
    lockouts: {
      title: 'Erratene Passwörter',
      found: ({ today, usual }) =>
        `${counted(today, 'Passwort wurde', 'Passwörter wurden')} in den letzten 24 Stunden nach Fehlversuchen außer Kraft gesetzt; üblich sind hier ${german(usual)} am Tag.`,
      advice: () =>
        'Sehen Sie im Protokoll nach, ob die Versuche ein Netz oder eine Art von Konto gemeinsam haben.',
    },
    'token-reuse': {
      title: 'Gestohlene Tokens',
      found: ({ today, week }) =>
        week === 0
          ? 'In der letzten Woche wurde kein Refresh-Token zweimal benutzt.'
          : `In der letzten Woche wurden ${String(week)}-mal Refresh-Tokens zweimal benutzt, davon ${String(today)}-mal in den letzten 24 Stunden.`,
      advice: () =>
        'Diese Sitzungen wurden sofort beendet. Fragen Sie, ob eine App versagt hat; wenn nicht, wurde ein Token kopiert: Passwort und Gerät prüfen lassen.',
    },
    'unusual-patterns': {
      title: 'Ungewöhnliche Muster',
      found: ({ count }) =>
        count === 0
          ? 'Das Protokoll der letzten Woche zeigt kein Muster, vor dem zu warnen wäre.'
          : `Das Protokoll der letzten Woche zeigt ${counted(count, 'Muster, vor dem', 'Muster, vor denen')} zu warnen ist.`,
      advice: () => 'Lesen Sie die Einträge dahinter und fragen Sie nach.',
    },
    'signing-key': {
      title: 'Alter des Signaturschlüssels',
      found: ({ days }) =>
        `Der Schlüssel, der Zugriffstokens signiert, ist ${counted(days, 'Tag', 'Tage')} alt.`,
      advice: () =>
        'Alle 30 Tage entsteht ein neuer. Sehen Sie nach, ob die Hintergrundarbeit des Shops läuft, oder machen Sie einen: rampart keys rotate.',
    },
    'unused-api-keys': {
      title: 'Unbenutzte API-Schlüssel',
      found: ({ all, count }) =>
        all === 0
          ? 'Es gibt keine API-Schlüssel.'
          : `${String(count)} von ${counted(all, 'API-Schlüssel wurde', 'API-Schlüsseln wurden')} 90 Tage lang nicht benutzt.`,
      advice: () => 'Widerrufen Sie Schlüssel, die nichts benutzt: Ihr Diebstahl fiele niemandem auf.',
    },
    'old-api-keys': {
      title: 'Alte API-Schlüssel',
      found: ({ all, count }) =>
        all === 0
          ? 'Es gibt keine API-Schlüssel.'
          : `${String(count)} von ${counted(all, 'API-Schlüssel ist', 'API-Schlüsseln sind')} älter als 180 Tage.`,
      advice: () => 'Tauschen Sie sie aus; der alte gilt noch eine Weile, damit kein Programm stillsteht.',
    },
    'open-api-keys': {
      title: 'API-Schlüssel ohne Netz',
      found: ({ all, count }) =>
        all === 0
          ? 'Es gibt keine API-Schlüssel.'
          : `${String(count)} von ${counted(all, 'API-Schlüssel gilt', 'API-Schlüsseln gelten')} aus jedem Netz.`,
      advice: () =>
        'Nennen Sie die Netze, aus denen ein Schlüssel gilt: Eine Kopie ist dann anderswo nichts wert.',
    },
    'full-power-roles': {
      title: 'Rollen, die alles dürfen',
      found: ({ count }) => `${counted(count, 'Rolle erlaubt', 'Rollen erlauben')} alles.`,
      advice: () =>
        'Eine, die der Inhaberin, genügt. Geben Sie den anderen nur die Rechte, die ihre Arbeit braucht.',
    },
    'endless-roles': {
      title: 'Zusätzliche Rollen ohne Ende',
      found: ({ count }) =>
        count === 0
          ? 'Jede zusätzliche Rolle endet von selbst.'
          : `${counted(count, 'zusätzliche Rolle wurde', 'zusätzliche Rollen wurden')} ohne Ende vergeben.`,
      advice: () => 'Vergeben Sie Rollen auf Zeit, wo jemand vertreten wird.',
    },
    'policy-gaps': {
      title: 'Vorgänge ohne Richtlinie',
      found: ({ policies, gaps }) =>
        policies === 0
          ? 'Keine Richtlinie ist in Kraft: Rechte allein entscheiden.'
          : gaps.length === 0
            ? `${counted(policies, 'Richtlinie deckt', 'Richtlinien decken')} alle beobachteten Vorgänge ab.`
            : `${counted(gaps.length, 'Vorgang', 'Vorgänge')} um Geld, Rechte oder Daten, die keine Richtlinie nennt: ${listed(gaps)}.`,
      advice: () =>
        'Nehmen Sie eine Vorlage, etwa eine zweite Person für große Erstattungen, und probieren Sie sie an den Entscheidungen des letzten Tages.',
    },
    'policy-errors': {
      title: 'Richtlinien mit Fehlern',
      found: ({ count }) =>
        count === 0
          ? 'Jede Richtlinie in Kraft ist gültig.'
          : `${counted(count, 'Richtlinie in Kraft ist', 'Richtlinien in Kraft sind')} nicht mehr gültig.`,
      advice: () =>
        'Was sie betreffen, wird abgelehnt. Öffnen Sie sie, simulieren Sie sie und berichtigen Sie, was genannt wird, oder schalten Sie sie ab.',
    },
    'waiting-approvals': {
      title: 'Wartende Freigaben',
      found: ({ count }) =>
        count === 0
          ? 'Nichts wartet auf eine zweite Person.'
          : `${counted(count, 'Antrag wartet', 'Anträge warten')} auf eine zweite Person.`,
      advice: () => 'Entscheiden Sie: Anträge verfallen nach drei Tagen.',
    },
    'audit-chain': {
      title: 'Protokoll',
      found: ({ entries, position }, state) =>
        state === 'bad'
          ? `Das Protokoll wurde verändert${position === null ? '' : `: Eintrag ${String(position)} ist nicht, was er war`}.`
          : state === 'attention'
            ? `${counted(entries, 'Eintrag', 'Einträge')}; die neuesten sind noch nicht verkettet.`
            : `${counted(entries, 'Eintrag', 'Einträge')}, jeder wie er geschrieben wurde.`,
      advice: (_figures, state) =>
        state === 'bad'
          ? 'Jemand hat die Datenbank verändert. Sichern Sie eine Kopie und die Prüfpunkte, klären Sie, wer an sie herankommt, und ändern Sie ihre Passwörter.'
          : 'Nach viel Betrieb dauert das einen Moment. Bleibt es so, prüfen Sie, ob die Hintergrundarbeit des Shops läuft.',
    },
    'audit-checkpoint': {
      title: 'Prüfpunkte des Protokolls',
      found: ({ hours, none }) =>
        none
          ? 'Noch deckt kein signierter Prüfpunkt das Protokoll ab.'
          : hours === 0
            ? 'Ein signierter Prüfpunkt deckt das Protokoll bis zu dieser Stunde ab.'
            : `Ein signierter Prüfpunkt deckt das Protokoll bis vor ${counted(hours, 'Stunde', 'Stunden')} ab.`,
      advice: () =>
        'Prüfpunkte schreibt die Hintergrundarbeit des Shops, außerhalb der Datenbank. Sehen Sie nach, ob sie läuft und in DATA_DIR schreiben kann.',
    },
    https: {
      title: 'Verschlüsselte Verbindungen',
      found: ({ public_url }) => `Der Shop ist unter ${public_url} zu erreichen.`,
      advice: (_figures, state) =>
        state === 'bad'
          ? 'Ohne HTTPS sind Passwörter und Sitzungen unterwegs lesbar. Stellen Sie einen TLS-Proxy davor und setzen Sie PUBLIC_URL auf seine https-Adresse.'
          : 'In Ordnung auf dem eigenen Rechner. Bevor Fremde kommen: TLS-Proxy davor und PUBLIC_URL auf seine https-Adresse setzen.',
    },
    'sandbox-payments': {
      title: 'Zahlungen zur Probe',
      found: (_figures, state) =>
        state === 'good'
          ? 'Die Bank zur Probe ist aus.'
          : 'Die Bank zur Probe ist an: Dort kann jeder eine Zahlung genehmigen.',
      advice: (_figures, state) =>
        state === 'bad'
          ? 'Setzen Sie SANDBOX_PAYMENTS=off: Ware wird verschenkt.'
          : 'Richtig zum Ausprobieren. Setzen Sie SANDBOX_PAYMENTS=off, bevor Sie verkaufen.',
    },
    mail: {
      title: 'E-Mail',
      found: (_figures, state) =>
        state === 'good'
          ? 'Mails gehen über SMTP hinaus.'
          : 'Mails werden nur als Dateien in DATA_DIR geschrieben.',
      advice: () => 'Setzen Sie SMTP_URL und MAIL_FROM: Warnungen vor Anmeldungen erreichen sonst niemanden.',
    },
    network: {
      title: 'Reichweite des Servers',
      found: ({ host, open }, state) =>
        state === 'good'
          ? `Der Server lauscht auf ${host}${open ? ', hinter dem Proxy, dem er vertraut' : ''}.`
          : open
            ? `Der Server lauscht auf ${host}, ohne einen Proxy davor, dem er vertraut.`
            : 'Der Server steht hinter einem Proxy, dem er nicht vertraut: Alle scheinen von einer Adresse zu kommen.',
      advice: ({ open }) =>
        open
          ? 'Lassen Sie HOST weg, dann erreicht ihn nur dieser Rechner, oder stellen Sie einen Proxy davor und nennen Sie seine Adresse in TRUST_PROXY.'
          : 'Setzen Sie TRUST_PROXY auf die genaue Adresse des Proxys; Grenzen je Netz treffen sonst alle auf einmal.',
    },
    packages: {
      title: 'Pakete mit bekannten Lücken',
      found: ({ packages, problems }) =>
        problems.length === 0
          ? `Keines von ${String(packages)} installierten Paketen ist zu alt.`
          : `${counted(problems.length, 'Paket', 'Pakete')} zu alt oder verboten: ${listed(problems)}.`,
      advice: () =>
        'Installieren Sie die Version von Rampart, die neuere mitbringt: npm ci nach einer Aktualisierung.',
    },
  },
}

function german(count: number): string {
  return String(count).replace('.', ',')
}
