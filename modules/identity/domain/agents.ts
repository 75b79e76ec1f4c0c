// Tools that look for holes or try out passwords, as they name themselves unless told otherwise. Programs that honest
// people use too (curl, python-requests, HeadlessChrome) are not among them.
const SCANNERS =
  /sqlmap|nikto|hydra|medusa|ncrack|patator|wpscan|nmap|masscan|zgrab|nuclei|acunetix|nessus|openvas|qualys|burpsuite|dirbuster|gobuster|feroxbuster|wfuzz|ffuf|w3af|arachni|skipfish|havij|jorgee|whatweb|joomscan|commix|xsstrike|sentry mba|openbullet|black widow|zmeu|morfeus|netsparker|webinspect|appscan|zaproxy|owasp zap/i

/** What a user agent says about its sender. */
export type AgentKind = 'ordinary' | 'none' | 'scanner'

/** Sorts a user agent. Anybody can lie about it, so an ordinary one proves nothing. */
export function agentKind(userAgent: string | null): AgentKind {
  if (userAgent === null || userAgent.trim() === '') return 'none'
  return SCANNERS.test(userAgent) ? 'scanner' : 'ordinary'
}
