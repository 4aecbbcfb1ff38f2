"""netral: rules, sanctions, pacts and agencies in YAML -> a public site in Indonesian and English."""

__all__ = ["__version__"]

__version__ = "0.1.0"
