import { graphql } from '../graphql.ts';

/** What of a city's profile only the administration's page shows. */
export const profileDocument = graphql(`
  query Profile($id: ID!) {
    city(id: $id) {
      id
      posture
      departments { id name { zh en } takesTasks phone enterprise }
      subdistricts { id name { zh en } district }
      cells { id name { zh en } district subdistrict }
      capabilities { id name { zh en } }
      jurisdictions { id name { zh en } phone }
      responsibilities {
        id types department reason { zh en }
        area { districts subdistricts cells polygon }
      }
      plans {
        id version name { zh en } types grades responseLevel
        area { districts subdistricts cells polygon }
        tasks { id department part instruction { zh en } acknowledgeWithin finishWithin }
        units { id capability count }
        roles { role department }
        checklist { id text { zh en } }
      }
      items { id name { zh en } unit { zh en } category returnable }
      depots { id name { zh en } department address lowStock { item threshold } }
      targets { id span seconds percent department source }
      shifts { id name { zh en } department start end days liaisons dutyOfficer }
      deadlines { acknowledge finish escalation { to after } }
      rules { postures sameIncident travel par overdueActions expiryWarningDays }
    }
  }
`);
