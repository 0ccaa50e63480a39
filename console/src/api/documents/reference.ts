import { graphql } from '../graphql.ts';

export const cityDocument = graphql(`
  query City($id: ID!) {
    city(id: $id) {
      id
      name { zh en }
      timeZone
      demo
      bounds { west south east north }
      departments { id name { zh en } takesTasks }
      districts { id name { zh en } }
      subdistricts { id name { zh en } district }
      cells { id name { zh en } district subdistrict bounds { west south east north } }
      streets { id name { zh en } path hydrants mains }
      capabilities { id name { zh en } }
      items { id name { zh en } unit { zh en } }
      types { id name { zh en } class grade priority departments }
      plans { id version name { zh en } }
      jurisdictions { id name { zh en } phone }
      rules { postures travel }
    }
  }
`);
