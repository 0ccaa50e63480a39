import type { Capability } from '@tocsin/domain';
import { named } from './named.ts';

export const capabilities: readonly Capability[] = named(`
  patrol/巡逻/Patrol
  cordon/警戒封控/Cordon
  crowdControl/人群疏导/Crowd control
  explosiveDisposal/排爆/Explosive disposal
  trafficControl/交通管制/Traffic control
  towing/清障拖车/Towing
  pump/水罐灭火/Pump
  rescue/抢险救援/Rescue
  aerial/登高/Aerial ladder
  foam/泡沫灭火/Foam
  hazmat/危化品处置/Hazardous materials
  waterRescue/水域救援/Water rescue
  command/现场指挥/Field command
  gasDetection/气体检测/Gas detection
  medical/医疗急救/Emergency medicine
  transport/伤员转运/Patient transport
  diseaseControl/疾控流调/Disease control
  streetClearing/清障保洁/Street clearing
  barriers/围挡设置/Barriers
  evacuation/人员转移运输/Evacuation by bus
  roadRepair/道路抢修/Road repair
  safetyInspection/安全生产检查/Work safety inspection
  drone/无人机侦察/Drone
  productInspection/质量与特种设备检查/Product and equipment inspection
  floodPatrol/巡堤查险/Dyke patrol
  embankment/堤防抢险/Embankment repair
  seismicSurvey/地震现场监测/Seismic survey
  supplyTransport/物资运输/Supply transport
  lighting/应急照明/Lighting
  powerShutOff/断电/Power shut-off
  powerRepair/电力抢修/Power repair
  generator/应急发电/Generator
  gasShutOff/关阀断气/Gas shut-off
  waterShutOff/关阀停水/Water shut-off
  waterRepair/供水抢修/Water repair
  waterTanker/应急送水/Water tanker
  drainagePump/排涝/Drainage pump
  heatRepair/供热抢修/Heat repair
  telecomRepair/通信抢修/Telecom repair
  mobileStation/应急通信车/Mobile base station
`);
