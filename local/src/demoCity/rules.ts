import { type CityRules, usualRules } from '@tocsin/domain';

/** The usual rules, with speeds by the kind of unit (km/h). */
export const rules: CityRules = {
  ...usualRules,
  travel: {
    ...usualRules.travel,
    speedKmh: {
      policeCar: 45,
      trafficCar: 45,
      motorcycle: 50,
      ambulance: 45,
      fireEngine: 38,
      ladder: 32,
      hazmatTruck: 32,
      foamTender: 32,
      rescueBoat: 20,
      supplyTruck: 30,
      evacuationBus: 30,
    },
  },
};
