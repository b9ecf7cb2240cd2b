"""What the import asks of makes and models."""

from bengkel_crm.workshop.vehicle_makes import VehicleName, read_vehicle, read_vehicle_kind

__all__ = ["VehicleName", "read_vehicle", "read_vehicle_kind"]
