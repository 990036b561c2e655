/** The columns each registry has, by key. Which header words mean a key is the business of the program that reads workbooks. */
export type AgencyColumn = 'code' | 'name' | 'aliases' | 'capacity' | 'capacityPerYear';
export type TargetColumn =
  | 'name' | 'code' | 'localCode' | 'formerCode' | 'registrar' | 'area' | 'entityType' | 'foundedOn' | 'status'
  | 'industry' | 'riskClass' | 'address' | 'tags' | 'lastInspectedOn' | 'representative' | 'representativeIdentity' | 'shareholderIdentities';
export type InspectorColumn =
  | 'number' | 'name' | 'agency' | 'qualifications' | 'licenceNumber' | 'licenceFrom' | 'licenceUntil' | 'otherLicenceNumber'
  | 'otherLicenceFrom' | 'otherLicenceUntil' | 'status' | 'away' | 'capacity' | 'capacityPerYear' | 'mayLead' | 'grade' | 'ownAreas' | 'regions' | 'identity';
export type ItemColumn =
  | 'number' | 'category' | 'name' | 'targets' | 'itemClass' | 'method' | 'agencies' | 'basis' | 'entityTypes'
  | 'industries' | 'tags' | 'qualifications' | 'anyQualifications' | 'people';
export type RecusalColumn = 'agency' | 'number' | 'code' | 'ground' | 'declaredOn';
export type AppointmentColumn = 'agency' | 'qualification' | 'home' | 'number' | 'by' | 'reason';
export type TeamColumn = 'group' | 'agency' | 'number';
export type PlanColumn =
  | 'number' | 'name' | 'kind' | 'items' | 'targets' | 'ratio' | 'riskRatios' | 'lead' | 'cooperating' | 'method'
  | 'period' | 'areas' | 'industries' | 'entityTypes' | 'tags' | 'riskClasses' | 'composition' | 'rotation' | 'levelling' | 'grouping' | 'teamSize';
