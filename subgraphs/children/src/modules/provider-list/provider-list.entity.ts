import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';

/** One version of Ofsted's list of providers, as an authority loaded it. Versions are kept: a list says what was so when. */
export interface ProviderListEntity {
  laCode: string;
  /** `<la code>.<uuid>`. */
  id: string;
  fileName: string;
  /** The day the list says it was made; null when it does not say. */
  asAt: PlainDate | null;
  settingCount: number;
  loadedAt: Date;
  /** Subject of the viewer who loaded it. */
  loadedBy: string;
  /** When a newer list took its place; null for the one that returns are judged by. */
  supersededAt: Date | null;
}

export const providerListEntity = new EntitySchema<ProviderListEntity>({
  name: 'ProviderList',
  tableName: 'provider_list',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_provider_list' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_provider_list' },
    fileName: { name: 'file_name', type: 'text' },
    asAt: { name: 'as_at', type: 'date', nullable: true },
    settingCount: { name: 'setting_count', type: 'integer' },
    loadedAt: { name: 'loaded_at', type: 'timestamptz' },
    loadedBy: { name: 'loaded_by', type: 'text' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'uq_provider_list_present', columns: ['laCode'], unique: true, where: 'superseded_at IS NULL' }],
});

/** A setting that Ofsted inspects, as one version of the list describes it. */
export interface ProviderListSettingEntity {
  laCode: string;
  listId: string;
  /** Ofsted's unique reference number. */
  urn: string;
  postcode: string | null;
  /** ONS code of the authority the setting lies in; null when unknown. */
  areaCode: string | null;
  areaName: string | null;
  /** Codes of PLACE the setting may be given; empty when the list does not say. */
  placementCodes: string[];
  /** Codes of PLACE_PROVIDER the setting may be given; empty when the list does not say. */
  providerCodes: string[];
  registeredOn: PlainDate | null;
  /** Null while it is registered. */
  registrationEndedOn: PlainDate | null;
}

const key = { type: 'text', primary: true, primaryKeyConstraintName: 'pk_provider_list_setting' } as const;

export const providerListSettingEntity = new EntitySchema<ProviderListSettingEntity>({
  name: 'ProviderListSetting',
  tableName: 'provider_list_setting',
  columns: {
    laCode: { name: 'la_code', ...key },
    listId: { name: 'list_id', ...key },
    urn: { name: 'urn', ...key },
    postcode: { name: 'postcode', type: 'text', nullable: true },
    areaCode: { name: 'area_code', type: 'text', nullable: true },
    areaName: { name: 'area_name', type: 'text', nullable: true },
    placementCodes: { name: 'placement_codes', type: 'text', array: true },
    providerCodes: { name: 'provider_codes', type: 'text', array: true },
    registeredOn: { name: 'registered_on', type: 'date', nullable: true },
    registrationEndedOn: { name: 'registration_ended_on', type: 'date', nullable: true },
  },
  // Of the postcode without its space, which an entity cannot say.
  indices: [{ name: 'ix_provider_list_setting_postcode', synchronize: false }],
  foreignKeys: [
    {
      name: 'fk_provider_list_setting_provider_list',
      target: 'ProviderList',
      columnNames: ['laCode', 'listId'],
      referencedColumnNames: ['laCode', 'id'],
      onDelete: 'CASCADE',
    },
  ],
});
