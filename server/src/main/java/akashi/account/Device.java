package akashi.account;

import akashi.organization.UnitId;

/**
 * The terminal (端末装置) a request comes from, as far as sessions and decisions need to know it. Only a registered
 * terminal that is valid today becomes a device.
 *
 * @param number the label on the device (端末番号)
 * @param unit the unit (所属) it stands in
 * @param place where it stands
 */
public record Device(String number, DeviceClass kind, UnitId unit, String place) {}
